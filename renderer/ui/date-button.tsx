import { type DateValue, parseDate } from "@internationalized/date";
import { useState } from "react";
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  Dialog,
  DialogTrigger,
  Heading,
  Popover,
} from "react-aria-components";
import { ChevronLeft, ChevronRight } from "./arrow-icons.tsx";
import { IconButton } from "./button.tsx";
import "./date-button.css";
import "./select.css";

export interface DateButtonProps {
  /** What the day is for; read aloud before it. */
  readonly label: string;
  /** The day, or the days around it, in words. */
  readonly text: string;
  /** A local date, such as `2026-11-24`. */
  readonly value: string;
  readonly onChange: (date: string) => void;
  /** Whether a local date can be chosen; all can where this is left out. */
  readonly isAvailable?: (date: string) => boolean;
  readonly previousLabel: string;
  readonly nextLabel: string;
}

/** A date in words that opens a calendar to choose another one. */
export function DateButton(props: DateButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const { isAvailable } = props;
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className="date-button" aria-label={`${props.label}: ${props.text}`}>
        {props.text}
      </AriaButton>
      <Popover className="popover">
        <Dialog className="calendar" aria-label={props.label}>
          <Calendar
            aria-label={props.label}
            value={parseDate(props.value)}
            firstDayOfWeek="mon"
            autoFocus
            {...(isAvailable === undefined
              ? {}
              : { isDateUnavailable: (date: DateValue) => !isAvailable(date.toString()) })}
            onChange={(date) => {
              props.onChange(date.toString());
              setOpen(false);
            }}
          >
            <header>
              <IconButton slot="previous" label={props.previousLabel}>
                <ChevronLeft />
              </IconButton>
              <Heading />
              <IconButton slot="next" label={props.nextLabel}>
                <ChevronRight />
              </IconButton>
            </header>
            <CalendarGrid className="calendar-grid">
              {(date) => <CalendarCell date={date} className="calendar-cell" />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
