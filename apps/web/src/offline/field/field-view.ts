/** Where in the page the person is. All of it is state of this tab: nothing navigates. */
export type FieldView =
  | { readonly at: "list" }
  | { readonly at: "sync" }
  | { readonly at: "problem" }
  | { readonly at: "cases"; readonly stopId: string }
  | { readonly at: "handover"; readonly lineId: string | null; readonly correctsId: string | null };
