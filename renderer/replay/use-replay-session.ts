/** Which day is played again, from where and how fast; follows the console's stream for it. */
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { useSearchParams } from "wouter";
import type { ReplayDayView } from "../../shared/contract/replay.ts";
import { localDate } from "../../shared/queueing/intervals.ts";
import { useClient, useConnection } from "../client/client.ts";
import { serverNowMs } from "../client/server-clock.ts";
import { followStream } from "../client/stream.ts";
import { FloorStore } from "../floor/floor-store.ts";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { readReplayAddress, replayAddress } from "./replay-address.ts";
import { ReplayClock } from "./replay-clock.ts";
import { useReplayDay, useReplayDays } from "./use-replay-days.ts";

const defaultTimeZone = "Europe/Paris";
const defaultSpeed = 60;
/** A replay of today begins this long ago, where nothing else is asked for. */
const lookBackMs = 60 * 60 * 1_000;
/** While somebody drags through a day, the floor follows at this pace. */
const settleMs = 60;

/** What is being played: a new one with each jump, start and stop. */
interface Course {
  readonly date: string;
  /** From where; null until it is known when the day begins. */
  readonly atMs: number | null;
  readonly isPlaying: boolean;
}

export interface Replay {
  readonly store: FloorStore;
  readonly clock: ReplayClock;
  readonly timeZone: string;
  /** Days that can be played again, oldest first; undefined while they are looked for. */
  readonly days: readonly string[] | undefined;
  readonly date: string | null;
  /** What there is to see on the day; undefined until that is known. */
  readonly day: ReplayDayView | undefined;
  /** Why it can't be known. */
  readonly error: unknown;
  readonly isPlaying: boolean;
  readonly speed: number;
  readonly play: (isPlaying: boolean) => void;
  readonly setSpeed: (speed: number) => void;
  /** Jumps to an instant of the day. */
  readonly seek: (atMs: number) => void;
  readonly chooseDay: (date: string) => void;
}

export function useReplaySession(isActive: boolean, siteId: string | null): Replay {
  const client = useClient();
  const connection = useConnection();
  const timeZone = useTimeZone() ?? defaultTimeZone;
  const [store] = useState(() => new FloorStore());
  const [clock] = useState(() => new ReplayClock());
  const [speed, setSpeed] = useState(defaultSpeed);
  const [course, setCourse] = useState<Course | null>(null);
  /** The instant that the floor on this page shows, and for which site. */
  const shown = useRef<{ readonly atMs: number; readonly siteId: string | null } | null>(null);
  /** The address as this replay wrote it last: nobody asks for anything with that. */
  const written = useRef("");
  const { days, error: daysError } = useReplayDays(siteId, isActive);
  const { day, error: dayError } = useReplayDay(siteId, isActive ? (course?.date ?? null) : null);
  const error = dayError ?? (course === null ? daysError : null);
  const [parameters] = useSearchParams();
  const address = parameters.toString();

  const goToAddress = useEffectEvent(() => {
    const asked = readReplayAddress(parameters, timeZone);
    if (asked === undefined || location.hash === written.current) return;
    setCourse({ date: asked.day, atMs: asked.atMs, isPlaying: false });
  });

  useEffect(() => {
    if (isActive && address !== "") goToAddress();
  }, [isActive, address]);

  // Where the address names no day, the last one is played.
  const last = days?.at(-1);
  useEffect(() => {
    if (isActive && last !== undefined) {
      setCourse((before) => before ?? { date: last, atMs: null, isPlaying: false });
    }
  }, [isActive, last]);

  useEffect(() => {
    if (day === undefined) return;
    setCourse((before) =>
      before?.date === day.date && before.atMs === null ? { ...before, atMs: firstInstant(day) } : before,
    );
  }, [day]);

  useEffect(() => {
    if (!isActive) setCourse((before) => before && { ...before, isPlaying: false });
  }, [isActive]);

  const stopAtEnd = useEffectEvent((atMs: number) => {
    if (day === undefined || atMs < day.toMs) return;
    setCourse((before) => before && { ...before, atMs, isPlaying: false });
  });

  useEffect(() => {
    if (!isActive || course === null || course.atMs === null) return;
    const { atMs, isPlaying } = course;
    const running = isPlaying ? speed : 0;
    clock.set(atMs, 0);
    written.current = `#${replayAddress(atMs, timeZone)}`;
    history.replaceState(history.state, "", written.current);
    const isShown = shown.current?.atMs === atMs && shown.current.siteId === siteId;
    if (!isPlaying && isShown) return;
    const stop = new AbortController();
    let fromMs = atMs;
    const settled = setTimeout(() => {
      void followStream(
        connection,
        stop.signal,
        () => client.replay.watch({ siteId, atMs: fromMs, speed: running }, { signal: stop.signal }),
        (message) => {
          if (!store.apply(message)) return "start_anew";
          fromMs = message.atMs;
          shown.current = { atMs: message.atMs, siteId };
          clock.set(message.atMs, running);
          if (isPlaying) stopAtEnd(message.atMs);
          return "go_on";
        },
      );
    }, settleMs);
    return () => {
      clearTimeout(settled);
      stop.abort();
    };
  }, [isActive, siteId, course, speed, timeZone, client, connection, clock, store]);

  return useMemo((): Replay => {
    const hereMs = () => shown.current?.atMs ?? clock.nowMs();
    return {
      store,
      clock,
      timeZone,
      days,
      date: course?.date ?? null,
      day,
      error,
      isPlaying: course?.isPlaying ?? false,
      speed,
      play(isPlaying) {
        setCourse((before) => {
          if (before === null || before.isPlaying === isPlaying) return before;
          const isOver = day !== undefined && hereMs() >= day.toMs;
          return { ...before, atMs: isPlaying && isOver ? day.fromMs : hereMs(), isPlaying };
        });
      },
      setSpeed(wanted) {
        setSpeed(wanted);
        setCourse((before) => before && { ...before, atMs: before.atMs === null ? null : hereMs() });
      },
      seek(atMs) {
        if (day === undefined) return;
        const withinMs = Math.min(Math.max(Math.round(atMs), day.fromMs), day.toMs);
        setCourse((before) => before && { ...before, atMs: withinMs });
      },
      chooseDay: (date) => setCourse({ date, atMs: null, isPlaying: false }),
    };
  }, [store, clock, timeZone, days, course, day, error, speed]);
}

function firstInstant({ date, timeZone, fromMs, toMs }: ReplayDayView): number {
  const nowMs = serverNowMs();
  if (localDate(nowMs, timeZone) !== date) return fromMs;
  return Math.min(Math.max(fromMs, Math.round(nowMs) - lookBackMs), toMs);
}
