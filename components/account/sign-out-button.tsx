"use client";

import type { ReactNode } from "react";
import { Button } from "../ui/button";
import { signOut } from "./enter";

export function SignOutButton({ home, children }: { home: string; children: ReactNode }) {
  return (
    <Button
      onClick={async () => {
        await signOut();
        window.location.assign(home);
      }}
    >
      {children}
    </Button>
  );
}
