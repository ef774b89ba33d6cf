// The only file that knows of Tauri: commands unwrapped from their answers, channels made from functions, events.
import { Channel } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';

import { commands, type Dropped } from '../bindings';
import { asTrouble } from '../trouble.svelte';
import type { Backend, Commands, Notices } from './backend';

// The generated bindings find here what they ask of Tauri.
export * from '@tauri-apps/api/core';
export * from '@tauri-apps/api/event';

type Command = (...args: unknown[]) => Promise<unknown>;

function unwrapped(command: Command): Command {
  return async (...args) => {
    const answer = await command(...args.map((arg) => (typeof arg === 'function' ? channel(arg as (message: unknown) => void) : arg)));
    if (!isAnswer(answer)) return answer;
    if (answer.status === 'ok') return answer.data;
    throw asTrouble(answer.error);
  };
}

function isAnswer(answer: unknown): answer is { status: 'ok' | 'error'; data?: unknown; error?: unknown } {
  return typeof answer === 'object' && answer !== null && 'status' in answer && ('data' in answer || 'error' in answer);
}

function channel(listener: (message: unknown) => void): Channel<unknown> {
  const channel = new Channel<unknown>();
  channel.onmessage = listener;
  return channel;
}

/** Stops listening even where that is asked for before listening has begun. */
function until(listening: Promise<() => void>): () => void {
  return () => void listening.then((unlisten) => unlisten());
}

const notices: Notices = {
  onDropped: (listener) => until(listen<Dropped>('dropped', ({ payload }) => listener(payload.paths))),
  onDragging: (listener) => {
    const stops = [
      until(listen('tauri://drag-enter', () => listener(true))),
      until(listen('tauri://drag-leave', () => listener(false))),
      until(listen('tauri://drag-drop', () => listener(false))),
    ];
    return () => stops.forEach((stop) => stop());
  },
  onCaseChanged: (listener) => until(listen('case-changed', () => listener())),
};

// The bindings import `invoke` from here, so `commands` must not be read before both files are loaded.
export function tauri(): Backend {
  const unwrappedCommands = Object.fromEntries(Object.entries(commands).map(([name, command]) => [name, unwrapped(command as Command)]));
  return { ...(unwrappedCommands as unknown as Commands), ...notices };
}
