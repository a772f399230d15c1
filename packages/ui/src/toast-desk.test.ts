import { expect, it, vi } from "vitest";
import { createToastDesk } from "./toast-desk";

const outlet = () => ({ show: vi.fn(), close: vi.fn() });

it("what is said before there is a place for it waits, and asks for the place", () => {
  const ask = vi.fn();
  const desk = createToastDesk(ask);
  const kept = desk.show({ title: "Tersimpan." });
  const gone = desk.show({ title: "Mengirim…" });
  desk.close(gone);
  expect(ask).toHaveBeenCalled();
  const place = outlet();
  desk.connect(place);
  expect(place.show.mock.calls).toEqual([[kept, { title: "Tersimpan." }]]);
});

it("once there is a place, messages appear there and are taken back from there", () => {
  const desk = createToastDesk(() => undefined);
  const place = outlet();
  const disconnect = desk.connect(place);
  const id = desk.show({ title: "Tersimpan." });
  desk.close(id);
  expect(place.show).toHaveBeenCalledExactlyOnceWith(id, { title: "Tersimpan." });
  expect(place.close).toHaveBeenCalledExactlyOnceWith(id);
  disconnect();
  desk.show({ title: "Sesudahnya." });
  expect(place.show).toHaveBeenCalledOnce();
});
