/** The id by which keys and links find the ticket, whichever it is. */
export const TICKET_FORM = "ticket";
export const ticketForm = "grid grid-cols-[minmax(0,1fr)] gap-[9px] px-3 pb-3 max-sm:gap-2.5 max-sm:px-4 max-sm:pb-28";
