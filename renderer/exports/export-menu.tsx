import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useLocation } from "wouter";
import type { ChartQuestion } from "../../shared/domain/chart.ts";
import { type ExportFormatName, type ExportStretch, exportFormats } from "../../shared/domain/export.ts";
import { useMay } from "../client/session.ts";
import { reportAddress } from "../report/report-view.ts";
import { Button } from "../ui/button.tsx";
import { Menu } from "../ui/menu.tsx";
import { showToast } from "../ui/toast.tsx";
import { useExport } from "./use-export.ts";

export interface ExportMenuProps {
  /** What is exported: the chart and its filters as they are on the screen. */
  readonly question: ChartQuestion;
  /** The part of it that is looked at; null: all of it. */
  readonly stretch: ExportStretch | null;
}

/** A chart as a picture, a page or a table, or the address under which it is shown: the only one for who takes nothing away. */
export function ExportMenu(props: ExportMenuProps) {
  const { t } = useLingui();
  const copyLink = useCopyLink();
  return useMay()("export", "make") ? (
    <FormatMenu {...props} />
  ) : (
    <Button onPress={() => void copyLink()}>{t`Copier le lien`}</Button>
  );
}

function useCopyLink(): () => Promise<void> {
  const { t } = useLingui();
  return async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      showToast({ title: t`Lien copié`, detail: t`Il montre ces graphiques sur une console ouverte.` });
    } catch {
      showToast({
        title: t`Le presse-papiers est refusé ; rien n’a été copié.`,
        level: "warn",
        detail: location.href,
      });
    }
  };
}

function FormatMenu({ question, stretch }: ExportMenuProps) {
  const { t } = useLingui();
  const [isOpen, setIsOpen] = useState(false);
  const make = useExport();
  const copyLink = useCopyLink();
  const [, navigate] = useLocation();
  return (
    <Menu
      label={t`Exporter`}
      trigger={
        <Button variant="primary">
          {t`Exporter`} <span aria-hidden="true">▾</span>
        </Button>
      }
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      options={[
        { id: "png", label: t`Image PNG`, detail: t`pour un document` },
        { id: "svg", label: t`Image SVG`, detail: t`nette à toute taille` },
        { id: "pdf", label: "PDF", detail: t`graphique, tableau, définitions` },
        { id: "csv", label: "CSV", detail: t`tableau` },
        { id: "xlsx", label: "Excel", detail: t`tableau` },
        { id: "report", label: t`Rapport`, detail: t`semaine ou mois, sur A4` },
      ]}
      lastOption={{ id: "link", label: t`Copier le lien` }}
      onChoose={(id) => {
        if (isFormat(id)) void make({ question, stretch, format: id });
        else if (id === "report") navigate(reportAddress(question));
        else void copyLink();
      }}
    />
  );
}

function isFormat(id: string): id is ExportFormatName {
  return (exportFormats as readonly string[]).includes(id);
}
