import { Trans, useLingui } from "@lingui/react/macro";
import { useRef } from "react";
import type { FloorService } from "../../shared/domain/floor.ts";
import { useFloor } from "../floor/floor-context.tsx";
import { serviceKeyOf } from "../floor/floor-store.ts";
import { Button } from "../ui/button.tsx";
import { capacityOf, layoutOf, pagesOf } from "./layout.ts";
import { ServiceTile } from "./service-tile.tsx";
import { usePages } from "./use-pages.ts";
import { useSize } from "./use-size.ts";
import type { WallboardChoice } from "./wallboard-address.ts";
import "./board.css";

/** The chosen services of a floor, in the order of the choice. */
export function chosenServices(
  services: readonly FloorService[],
  { serviceIds }: WallboardChoice,
): readonly FloorService[] {
  if (serviceIds === null) return services;
  return serviceIds.flatMap((id) => services.filter((service) => service.serviceId === id));
}

/** Tiles, as many as can be read at once; the others come in turn. */
export function Board({ choice }: { readonly choice: WallboardChoice }) {
  const { t } = useLingui();
  const listed = useFloor((floor) =>
    JSON.stringify(chosenServices(floor.serviceList, choice).map(serviceKeyOf)),
  );
  const keys: readonly string[] = JSON.parse(listed);
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const capacity = capacityOf(size.width, size.height);
  const pages = pagesOf(keys, capacity);
  const { page, isRotating, setRotating } = usePages(pages.length);
  const shown = pages[page] ?? [];
  const { columns, rows } = layoutOf(shown.length, capacity);
  return (
    <>
      <div
        className="board"
        ref={box}
        style={{
          gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))`,
        }}
      >
        {keys.length === 0 ? (
          <p className="board-empty">
            <Trans>Rien n’est encore arrivé aux démarches choisies.</Trans>
          </p>
        ) : (
          shown.map((key) => <ServiceTile key={key} serviceKey={key} />)
        )}
      </div>
      {pages.length < 2 ? null : (
        <div className="board-pages">
          <span className="number">{t`Page ${page + 1} sur ${pages.length}`}</span>
          <Button onPress={() => setRotating(!isRotating)}>
            {isRotating ? t`Figer cette page` : t`Faire défiler les pages`}
          </Button>
        </div>
      )}
    </>
  );
}
