import createNextIntlPlugin from "next-intl/plugin";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // Loaded by Node itself: bundling them would give each route its own copy of the driver and of Prisma's runtime.
  serverExternalPackages: ["pg", "@prisma/client", "@prisma/adapter-pg"],
};

export default createNextIntlPlugin("./messages/request.ts")(config);
