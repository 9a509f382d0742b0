export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const sizes = ["normal", "large", "xlarge"] as const;
export type Size = (typeof sizes)[number];

/** How one person wants pages to look; kept in the cookies `zx-theme` and `zx-size` and rendered by the server, so nothing flashes. */
export type Look = { readonly theme: Theme; readonly size: Size };

/** The look two cookies ask for; anything unknown is the system's theme and the normal size. */
export function lookOf(theme: string | undefined, size: string | undefined): Look {
  return {
    theme: themes.find((known) => known === theme) ?? "system",
    size: sizes.find((known) => known === size) ?? "normal",
  };
}
