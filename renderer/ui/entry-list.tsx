import type { ReactElement, ReactNode } from "react";
import { Header, type Key, ListBox, ListBoxItem, ListBoxSection } from "react-aria-components";
import "./list-detail.css";

interface ChoiceProps {
  /** What the list holds; read aloud. */
  readonly label: string;
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
}

function choiceOf({ label, selectedId, onSelect }: ChoiceProps) {
  return {
    "aria-label": label,
    className: "entry-list",
    selectionMode: "single",
    selectionBehavior: "replace",
    disallowEmptySelection: true,
    selectedKeys: selectedId === null ? [] : [selectedId],
    onSelectionChange(keys: "all" | Set<Key>) {
      const [key] = keys === "all" ? [] : keys;
      if (key !== undefined) onSelect(String(key));
    },
  } as const;
}

export interface EntryListProps<Item extends object> extends ChoiceProps {
  readonly items: readonly Item[];
  /** What an entry shows besides the item itself. */
  readonly dependencies?: readonly unknown[];
  /** The `Entry` of an item, which has a key of its own in `id`. */
  readonly children: (item: Item) => ReactElement;
}

/** Things of which one is shown beside the list. */
export function EntryList<Item extends object>(props: EntryListProps<Item>) {
  const { items, dependencies = [], children } = props;
  return (
    <ListBox {...choiceOf(props)} items={items} dependencies={dependencies}>
      {children}
    </ListBox>
  );
}

export interface EntrySection<Item> {
  readonly id: string;
  readonly head: ReactNode;
  readonly items: readonly Item[];
}

export interface EntrySectionsProps<Item> extends ChoiceProps {
  readonly sections: readonly EntrySection<Item>[];
  /** The `Entry` of an item. */
  readonly children: (item: Item) => ReactElement;
}

/** The same in sections, each under a head with how many there are; empty ones are left out. */
export function EntrySections<Item>(props: EntrySectionsProps<Item>) {
  const sections = props.sections.filter(({ items }) => items.length > 0);
  if (sections.length === 0) return null;
  return (
    <ListBox {...choiceOf(props)}>
      {sections.map(({ id, head, items }) => (
        <ListBoxSection key={id} id={id}>
          <Header className="entry-list-head">
            {head}
            <span className="number">{items.length}</span>
          </Header>
          {items.map(props.children)}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}

export interface EntryProps {
  readonly id: string;
  /** What the entry says, in plain text. */
  readonly text: string;
  readonly children: ReactNode;
}

/** One thing in such a list: a name, then lines of what is said of it. */
export function Entry({ id, text, children }: EntryProps) {
  return (
    <ListBoxItem id={id} textValue={text} className="entry">
      {children}
    </ListBoxItem>
  );
}
