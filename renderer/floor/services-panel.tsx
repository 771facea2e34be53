import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "react-aria-components";
import { Panel } from "../ui/panel.tsx";
import { ExpectedWaitOf } from "./expected-wait.tsx";
import { useFloor } from "./floor-context.tsx";
import { serviceKeyOf } from "./floor-store.ts";
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
import { type DroppedCases, useCaseDrop } from "./use-case-drop.ts";
import "../ui/table.css";
import "./services-panel.css";

export interface ServicesPanelProps {
  readonly selectedKey: string | null;
  readonly onSelect: (serviceKey: string) => void;
  /** Cases were dropped on a service. */
  readonly onDropCases: (dropped: DroppedCases) => void;
}

interface ServiceItem {
  readonly id: string;
  /** What is read aloud and found by typing. */
  readonly label: string;
}

/** One row for each service; the chosen one's cases are shown below, and cases can be dropped on any. */
export function ServicesPanel({ selectedKey, onSelect, onDropCases }: ServicesPanelProps) {
  const { t } = useLingui();
  const services = useFloor((floor) => floor.serviceList);
  const listed = JSON.stringify(services.map((row) => ({ id: serviceKeyOf(row), label: row.name })));
  const rows = useMemo((): ServiceItem[] => JSON.parse(listed), [listed]);
  const dragAndDropHooks = useCaseDrop(onDropCases);
  return (
    <Panel title={t`Démarches`} hidesTitle className="services-panel">
      <div className="services-scroll">
        <Table
          className="table services-table"
          aria-label={t`Démarches`}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={selectedKey === null ? [] : [selectedKey]}
          onSelectionChange={(selection) => {
            const [key] = selection === "all" ? [] : [...selection];
            if (key !== undefined) onSelect(String(key));
          }}
          dragAndDropHooks={dragAndDropHooks}
        >
          <TableHeader>
            <Column isRowHeader>{t`Démarche`}</Column>
            <Column className="cell-number">{t`En attente`}</Column>
            <Column>{t`Plus longue`}</Column>
            <Column>{t`Attente prévue`}</Column>
            <Column>{t`Dans l’objectif`}</Column>
            <Column className="wide-only">{t`Aujourd’hui`}</Column>
            <Column className="cell-number">{t`Abandons`}</Column>
            <Column>{t`Deux heures`}</Column>
            <Column className="cell-number">{t`Agents`}</Column>
          </TableHeader>
          <TableBody items={rows}>
            {({ id, label }) => (
              <Row id={id} textValue={label}>
                <Cell>
                  <ServiceName serviceKey={id} />
                </Cell>
                <Cell className="cell-number">
                  <QueueLength serviceKey={id} />
                </Cell>
                <Cell>
                  <LongestWaitOf serviceKey={id} />
                </Cell>
                <Cell>
                  <ExpectedWaitOf serviceKey={id} />
                </Cell>
                <Cell>
                  <LevelNow serviceKey={id} />
                </Cell>
                <Cell className="wide-only">
                  <LevelToday serviceKey={id} />
                </Cell>
                <Cell className="cell-number">
                  <Abandoned serviceKey={id} />
                </Cell>
                <Cell>
                  <QueueHistory serviceKey={id} />
                </Cell>
                <Cell className="cell-number">
                  <AgentsOn serviceKey={id} />
                </Cell>
              </Row>
            )}
          </TableBody>
        </Table>
      </div>
    </Panel>
  );
}
