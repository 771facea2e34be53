import { Switch as AriaSwitch } from "react-aria-components";
import "./switch.css";

export interface SwitchProps {
  /** Read aloud; the setting's title stands beside it. */
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** The word beside the switch for the state that it is in. */
  readonly word: string;
}

/** On or off, said by position, word and colour. */
export function Switch({ label, isOn, onChange, word }: SwitchProps) {
  return (
    <AriaSwitch className="switch" aria-label={label} isSelected={isOn} onChange={onChange}>
      <span className="switch-track" aria-hidden="true">
        <span className="switch-knob" />
      </span>
      <span aria-hidden="true">{word}</span>
    </AriaSwitch>
  );
}
