import { mount, preflight } from "@/server/api/mount";
import { listOrders } from "@/server/api/order-history";
import { cancelAllOrders, placeOrders } from "@/server/api/orders";

export const GET = mount(listOrders);
export const POST = mount(placeOrders);
export const DELETE = mount(cancelAllOrders);
export const OPTIONS = preflight;
