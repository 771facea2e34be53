import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { navigate } from "wouter/use-hash-location";
import { defaultSettings } from "../../shared/domain/settings.ts";
import { useClient } from "../client/client.ts";
import { useFaultSentence } from "../client/fault-sentence.ts";
import { queryKey, useChangeSettings, useSettings } from "../client/queries.ts";
import { LanguageChoice } from "../settings/language-choice.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import { type Start, StartChoice } from "./start-choice.tsx";
import "./onboarding.css";

/** As in real time: the clocks on the floor tick at the pace of the clock on the wall. */
const demoSpeed = 1;

/** The first start: a language, a name, and where the floor comes from. */
export function OnboardingScreen() {
  const { t } = useLingui();
  const language = (useSettings().data ?? defaultSettings).language;
  const changeLanguage = useChangeSettings();
  const sentenceOf = useFaultSentence();
  const [name, setName] = useState("");
  const [isNameMissing, setNameMissing] = useState(false);
  const [start, setStart] = useState<Start>("demo");
  const finish = useFinish();
  useEffect(() => {
    document.title = "Vigie";
  }, []);

  function submit(event: FormEvent) {
    event.preventDefault();
    const operatorName = name.trim();
    setNameMissing(operatorName === "");
    if (operatorName !== "") finish.mutate({ operatorName, start });
  }

  return (
    <main className="onboarding">
      <form className="onboarding-page" onSubmit={submit}>
        <div className="onboarding-head">
          <Logo />
          <h1>{t`Bienvenue dans Vigie`}</h1>
          <LanguageChoice
            value={language}
            onChange={(choice) => changeLanguage.mutate({ language: choice })}
          />
        </div>
        <p className="onboarding-lead">
          {t`Le plateau de votre accueil d’un coup d’œil : qui attend, depuis quand, et qui peut aider. Tout reste sur cette machine.`}
        </p>
        <TextField
          label={t`Votre nom`}
          hint={t`Il signe vos actions et vos notes.`}
          value={name}
          onChange={(text) => {
            setName(text);
            setNameMissing(false);
          }}
          autoFocus
          autoComplete="name"
          maxLength={80}
          validationBehavior="aria"
          isInvalid={isNameMissing}
          error={t`Écrivez votre nom ou votre prénom pour continuer.`}
        />
        <StartChoice value={start} onChange={setStart} />
        {finish.error === null ? null : (
          <p role="alert" className="field-error">
            {sentenceOf(finish.error)}
          </p>
        )}
        <div className="onboarding-actions">
          <Button type="submit" variant="primary" isPending={finish.isPending}>
            {t`Ouvrir le plateau`}
          </Button>
          <small>{t`Tout se change plus tard dans Réglages et Données.`}</small>
        </div>
      </form>
    </main>
  );
}

/** Starts the demo floor where it was chosen, keeps the name, and goes to the floor. */
function useFinish() {
  const client = useClient();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ operatorName, start }: { operatorName: string; start: Start }) => {
      if (start === "demo" && !(await client.feed.demoStatus()).running) {
        await client.feed.startDemo({ speed: demoSpeed });
      }
      return client.settings.put({ operatorName, onboarded: true });
    },
    onSuccess: (settings) => {
      navigate("/", { replace: true });
      cache.setQueryData(queryKey("settings"), settings);
    },
  });
}

function Logo() {
  return (
    <svg className="onboarding-logo" viewBox="0 0 34 34" aria-hidden="true">
      <path d="M9.5 10.5 17 25l7.5-14.5" />
    </svg>
  );
}
