import createNextIntlPlugin from "next-intl/plugin";

/** What every answer carries. The policy of pages, with its nonce, is proxy.ts's. */
const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];
/** All but the charts that other sites embed, of which proxy.ts says who may frame them. */
const unframed = { source: "/((?!(?:en/|zh/)?embed/).*)", headers: [{ key: "X-Frame-Options", value: "DENY" }] };
const twoYears = { key: "Strict-Transport-Security", value: "max-age=63072000" };
const policy = (value) => [{ key: "Content-Security-Policy", value }];
const files = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** @type {import("next").NextConfig} */
const config = {
  headers: async () => [
    { source: "/:path*", headers: everywhere },
    unframed,
    { source: "/:path*", has: [{ type: "header", key: "x-forwarded-proto", value: "https" }], headers: [twoYears] },
    { source: "/api/:path*", headers: policy("default-src 'none'; frame-ancestors 'none'") },
    { source: "/_next/:path*", headers: policy(files) },
    { source: "/:file(.*\\..*)", headers: policy(files) },
  ],
  poweredByHeader: false,
  // Loaded by Node itself: bundling them would give each route its own copy of the driver and of Prisma's runtime.
  serverExternalPackages: ["pg", "@prisma/client", "@prisma/adapter-pg"],
};

export default createNextIntlPlugin("./messages/request.ts")(config);
