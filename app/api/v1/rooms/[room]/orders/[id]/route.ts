import { mount, preflight } from "@/server/api/mount";
import { getOrder } from "@/server/api/order-history";
import { cancelOrder, replaceOrder } from "@/server/api/orders";

export const GET = mount(getOrder);
export const PATCH = mount(replaceOrder);
export const DELETE = mount(cancelOrder);
export const OPTIONS = preflight;
