/** Names of what is said of a reply, in the language of the screens. */
import { useLingui } from "@lingui/react/macro";
import type { ReplyAnalysis, ReplyLanguage } from "../../../shared/domain/reply.ts";
import { useDirectory } from "../../client/queries.ts";

export function useAddressingName(): (addressing: ReplyAnalysis["addressing"]) => string {
  const { t } = useLingui();
  return (addressing) => {
    switch (addressing) {
      case "by_name":
        return t`Par son nom`;
      case "formal":
        return t`Madame, Monsieur`;
      case "greeting":
        return t`Salutation seule`;
      case "none":
        return t`Personne`;
    }
  };
}

export function useLanguageName(): (language: ReplyLanguage) => string {
  const { t } = useLingui();
  return (language) => (language === "fr" ? t`Français` : t`Anglais`);
}

/** The name of a service; its key where nobody entered one. */
export function useServiceName(): (id: string) => string {
  const services = useDirectory().data?.services ?? [];
  return (id) => services.find((service) => service.id === id)?.name ?? id;
}
