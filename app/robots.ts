import type { MetadataRoute } from "next";
import { ownOrigin } from "./own-origin";

/** Pages may be read by anyone; the API is for programs. What is somebody's own says so itself (`pageMetadata`). */
export default async function robots(): Promise<MetadataRoute.Robots> {
  return {
    rules: { userAgent: "*", allow: "/", disallow: "/api/" },
    sitemap: `${await ownOrigin()}/sitemap.xml`,
  };
}
