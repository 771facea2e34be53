import { Trans } from "@lingui/react/macro";
import { useFloor } from "../floor/floor-context.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import type { LayoutControl } from "./use-layout.ts";

/** Which services the floor lists: all of them, or those that are ticked. */
export function ServiceChoice({ control }: { readonly control: LayoutControl }) {
  const services = useFloor((floor) => floor.serviceList);
  const names = new Map(services.map((service) => [service.serviceId, service.name]));
  const { serviceIds } = control.layout;
  const shown = serviceIds ?? [...names.keys()];
  function toggle(serviceId: string, isShown: boolean) {
    const next = isShown ? [...shown, serviceId] : shown.filter((id) => id !== serviceId);
    // An empty floor would say nothing: the last service stays.
    if (next.length > 0) control.change({ serviceIds: next });
  }
  return (
    <div className="layout-services">
      <Checkbox
        isSelected={serviceIds === null}
        onChange={(isEvery) => control.change({ serviceIds: isEvery ? null : [...names.keys()] })}
      >
        <Trans>Toutes, aussi les nouvelles</Trans>
      </Checkbox>
      {[...names].map(([id, name]) => (
        <Checkbox
          key={id}
          isSelected={shown.includes(id)}
          onChange={(isShown) => toggle(id, isShown)}
          isDisabled={serviceIds !== null && shown.length === 1 && shown.includes(id)}
        >
          {name}
        </Checkbox>
      ))}
    </div>
  );
}
