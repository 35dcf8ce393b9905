/** Gathers the messages of one turn of the event loop: a message between threads costs more than what is in it. */
export class Outbox<Message> {
  private waiting: Message[] = [];

  constructor(private readonly post: (messages: Message[]) => void) {}

  send(message: Message): void {
    if (this.waiting.push(message) === 1) setImmediate(() => this.flush());
  }

  flush(): void {
    const messages = this.waiting;
    this.waiting = [];
    if (messages.length > 0) this.post(messages);
  }
}
