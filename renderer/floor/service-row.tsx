import { memo } from "react";
import type { RowContentProps } from "../ui/virtual-list/virtual-row.tsx";
import { ExpectedWaitOf } from "./expected-wait.tsx";
import {
  Abandoned,
  AgentsOn,
  LevelNow,
  LevelToday,
  LongestWaitOf,
  QueueHistory,
  QueueLength,
  ServiceName,
} from "./service-cells.tsx";
import {
  SiteAbandoned,
  SiteAgents,
  SiteLevelNow,
  SiteLevelToday,
  SiteLongestWait,
  SiteName,
  SiteQueueLength,
} from "./site-cells.tsx";
import { isSiteRow, siteOfRow } from "./site-groups.ts";

/** A row of the services table: a service, or the sum of what stands below. */
export const ServiceTableRow = memo(function ServiceTableRow({ id }: RowContentProps) {
  return isSiteRow(id) ? <SiteRow siteId={siteOfRow(id)} /> : <ServiceRow id={id} />;
});

/** The cells of a service; each is drawn again only when it has to say something else. */
function ServiceRow({ id }: { readonly id: string }) {
  return (
    <>
      <th scope="row">
        <ServiceName serviceKey={id} />
      </th>
      <td className="cell-number">
        <QueueLength serviceKey={id} />
      </td>
      <td>
        <LongestWaitOf serviceKey={id} />
      </td>
      <td>
        <ExpectedWaitOf serviceKey={id} />
      </td>
      <td>
        <LevelNow serviceKey={id} />
      </td>
      <td className="wide-only">
        <LevelToday serviceKey={id} />
      </td>
      <td className="cell-number">
        <Abandoned serviceKey={id} />
      </td>
      <td>
        <QueueHistory serviceKey={id} />
      </td>
      <td className="cell-number">
        <AgentsOn serviceKey={id} />
      </td>
    </>
  );
}

/** Neither chosen nor a place to drop. */
function SiteRow({ siteId }: { readonly siteId: string }) {
  return (
    <>
      <th scope="row">
        <SiteName siteId={siteId} />
      </th>
      <td className="cell-number">
        <SiteQueueLength siteId={siteId} />
      </td>
      <td>
        <SiteLongestWait siteId={siteId} />
      </td>
      <td />
      <td>
        <SiteLevelNow siteId={siteId} />
      </td>
      <td className="wide-only">
        <SiteLevelToday siteId={siteId} />
      </td>
      <td className="cell-number">
        <SiteAbandoned siteId={siteId} />
      </td>
      <td />
      <td className="cell-number">
        <SiteAgents siteId={siteId} />
      </td>
    </>
  );
}
