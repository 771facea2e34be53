import { useLingui } from "@lingui/react/macro";
import type { GapShare, KnowledgeGap } from "../../../shared/domain/knowledge-gap.ts";
import { Button } from "../../ui/button.tsx";
import { useFormat } from "../../ui/format.ts";
import { Table } from "../../ui/table.tsx";
import { useServiceName } from "./use-skills.ts";

const kinds = ["transferred", "long", "repeat"] as const;
export type GapKind = (typeof kinds)[number];

/** The names of the three shares. */
export function useGapTitles(): Readonly<Record<GapKind, string>> {
  const { t } = useLingui();
  return { transferred: t`Passés ailleurs`, long: t`Entretiens longs`, repeat: t`Revenus` };
}

export interface GapTableProps {
  readonly gaps: readonly KnowledgeGap[];
  readonly onOpen: (gap: KnowledgeGap, kind: GapKind) => void;
}

/** The services, with three shares of each. */
export function GapTable({ gaps, onOpen }: GapTableProps) {
  const { t } = useLingui();
  const serviceName = useServiceName();
  const titles = useGapTitles();
  return (
    <Table
      label={t`Savoirs à renforcer`}
      rows={gaps}
      keyOf={({ serviceId }) => serviceId}
      columns={[
        { id: "service", title: t`Démarche`, render: ({ serviceId }) => serviceName(serviceId) },
        ...kinds.map((kind) => ({
          id: kind,
          title: titles[kind],
          isNumber: true,
          render: (gap: KnowledgeGap) => (
            <Share
              share={gap[kind]}
              missing={
                kind === "long" && gap.baselineMedianSeconds === null
                  ? t`médiane d’avant inconnue`
                  : t`moins de 5`
              }
              about={`${serviceName(gap.serviceId)}, ${titles[kind]}`}
              onOpen={() => onOpen(gap, kind)}
            />
          ),
        })),
        {
          id: "median",
          title: t`Durée médiane`,
          isNumber: true,
          render: (gap: KnowledgeGap) => <Median gap={gap} />,
        },
      ]}
    />
  );
}

function Median({ gap }: { readonly gap: KnowledgeGap }) {
  const { t } = useLingui();
  const { duration } = useFormat();
  const { handleMedianSeconds, baselineMedianSeconds } = gap;
  if (handleMedianSeconds === null) return <small className="gap-total">{t`moins de 5`}</small>;
  const before = baselineMedianSeconds === null ? null : duration(baselineMedianSeconds);
  return (
    <>
      {duration(handleMedianSeconds)}
      {before === null ? null : <small className="gap-total"> {t`avant : ${before}`}</small>}
    </>
  );
}

interface ShareProps {
  readonly share: GapShare | null;
  /** Why there is none. */
  readonly missing: string;
  /** Of what it is a share; read aloud. */
  readonly about: string;
  readonly onOpen: () => void;
}

function Share({ share, missing, about, onOpen }: ShareProps) {
  const { t } = useLingui();
  const { number, percent } = useFormat();
  if (share === null) return <small className="gap-total">{missing}</small>;
  const [count, total] = [number(share.count), number(share.total)];
  const of = t`${count} sur ${total}`;
  const figure = (
    <>
      {percent(share.share)} <small className="gap-total">{of}</small>
    </>
  );
  if (share.count === 0) return <span className="gap-none">{figure}</span>;
  return (
    <Button variant="quiet" onPress={onOpen}>
      <span className="visually-hidden">{about} : </span>
      {figure}
    </Button>
  );
}
