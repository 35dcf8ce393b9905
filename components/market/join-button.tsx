"use client";

import { useState } from "react";
import type { ErrorBody } from "@/wire/views";
import { Button } from "../ui/button";
import { Note } from "../ui/note";
import { RoomApi } from "./api";
import { useErrorText } from "./error-text";

/** For somebody signed in who has no account in this room yet. */
export function JoinButton({ room, label, busy }: { room: string; label: string; busy: string }) {
  const [joining, setJoining] = useState(false);
  const [error, setError] = useState<ErrorBody | null>(null);
  const textOf = useErrorText();
  const join = async () => {
    setJoining(true);
    const answer = await new RoomApi(room).join();
    if (answer.ok) return window.location.reload(); // every pane was made for a visitor
    setJoining(false);
    setError(answer.error);
  };
  return (
    <div className="grid gap-1.5">
      <Button variant="primary" disabled={joining} onClick={() => void join()} className="min-h-9 max-sm:min-h-12">
        {joining ? busy : label}
      </Button>
      {error && (
        <Note tone="warn" role="status">
          {textOf(error)}
        </Note>
      )}
    </div>
  );
}
