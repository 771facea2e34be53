import { SegmentedControl, type SegmentedControlProps } from "../ui/segmented-control.tsx";
import "../ui/field.css";

/** A choice in a form: its name is seen above it, as above every other field. */
export function ChoiceField<T extends string>(props: SegmentedControlProps<T>) {
  return (
    <div className="field">
      <span className="field-label" aria-hidden="true">
        {props.label}
      </span>
      <SegmentedControl {...props} />
    </div>
  );
}
