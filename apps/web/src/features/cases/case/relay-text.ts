/**
 * Opens WhatsApp with a text to hand on. No phone number: the sender chooses the contact there, so
 * that nothing personal stands in an address.
 */
export const whatsappHref = (text: string): string =>
  `https://wa.me/?text=${encodeURIComponent(text)}`;
