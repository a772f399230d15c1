/** Address and telephone of an office in one line; "-" stands for what it has not told. */
export const contactLine = (office: { readonly address: string; readonly phone: string }): string =>
  [office.address, office.phone && office.phone !== "-" ? `Telepon ${office.phone}` : ""]
    .filter((part) => part && part !== "-")
    .join(" · ");
