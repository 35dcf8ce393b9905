// A price-time book of the same shape as engine/book, for the benchmark alone: what a plain C++ program reaches on this
// machine. Orders in a pool, linked into a queue at each price; a window of prices with a bitmap; ids in a hash table.
// Usage: book-native orders.bin  →  "operations/s trades lots"
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <vector>

enum Kind { LIMIT, CANCEL, REPLACE, MARKETABLE, MARKET };

struct Operation { int32_t kind, id, side, price, lots; };

struct Order {
  int64_t open;
  Order *ahead, *behind, *chain;
  int32_t id, account, owner, side, price;
};

struct Level { Order *first = nullptr, *last = nullptr; int64_t lots = 0; int32_t orders = 0; };

constexpr int TICKS = 1 << 16;

struct Side {
  std::vector<Level> levels = std::vector<Level>(TICKS);
  std::vector<uint64_t> words = std::vector<uint64_t>(TICKS / 64);
  int best = -1;

  // The best price at or after `at` going up, or at or before it going down.
  int up(int at) const {
    for (int w = at >> 6; w < TICKS / 64; w++) {
      uint64_t bits = words[w] & (w == at >> 6 ? ~0ull << (at & 63) : ~0ull);
      if (bits) return w * 64 + __builtin_ctzll(bits);
    }
    return -1;
  }
  int down(int at) const {
    for (int w = at >> 6; w >= 0; w--) {
      uint64_t bits = words[w] & (w == at >> 6 ? ~0ull >> (63 - (at & 63)) : ~0ull);
      if (bits) return w * 64 + 63 - __builtin_clzll(bits);
    }
    return -1;
  }
};

struct Book {
  Side sides[2];
  std::vector<Order> pool = std::vector<Order>(1 << 21);
  std::vector<Order *> ids = std::vector<Order *>(1 << 18);
  Order *spare = nullptr;
  size_t fresh = 0;
  int64_t trades = 0, traded = 0;

  Order **slot(int32_t id) { return &ids[((uint32_t)(id >> 4) * 0x9e3779b1u >> 14) ^ (id & 15)]; }

  Order *take(int32_t id) {
    Order **at = slot(id);
    while (*at && (*at)->id != id) at = &(*at)->chain;
    Order *order = *at;
    if (order) *at = order->chain;
    return order;
  }

  void leave(Order *order) {
    Side &side = sides[order->side];
    Level &level = side.levels[order->price];
    (order->ahead ? order->ahead->behind : level.first) = order->behind;
    (order->behind ? order->behind->ahead : level.last) = order->ahead;
    level.lots -= order->open;
    if (--level.orders == 0) {
      side.words[order->price >> 6] &= ~(1ull << (order->price & 63));
      if (order->price == side.best) side.best = order->side == 0 ? side.down(side.best) : side.up(side.best);
    }
  }

  void give(Order *order) { order->behind = spare; spare = order; }

  void rest(int32_t id, int32_t account, int32_t owner, int32_t sideNo, int32_t price, int64_t lots) {
    Order *order = spare;
    if (order) spare = order->behind; else order = &pool[fresh++];
    Order **at = slot(id);
    *order = Order{lots, nullptr, nullptr, *at, id, account, owner, sideNo, price};
    *at = order;
    Side &side = sides[sideNo];
    Level &level = side.levels[price];
    if (level.orders++ == 0) {
      side.words[price >> 6] |= 1ull << (price & 63);
      if (side.best < 0 || (sideNo == 0 ? price > side.best : price < side.best)) side.best = price;
      level.first = order;
    } else {
      order->ahead = level.last;
      level.last->behind = order;
    }
    level.last = order;
    level.lots += lots;
  }

  void submit(int32_t id, int32_t account, int32_t owner, int32_t sideNo, int32_t price, int64_t lots, bool rests) {
    Side &makers = sides[1 - sideNo];
    while (lots > 0 && makers.best >= 0 && (sideNo == 0 ? makers.best <= price : makers.best >= price)) {
      Level &level = makers.levels[makers.best];
      Order *maker = level.first;
      if (maker->owner == owner) return;  // self-trade prevention, newest
      int64_t size = lots < maker->open ? lots : maker->open;
      lots -= size;
      trades++;
      traded += size;
      if (size < maker->open) {
        maker->open -= size;
        level.lots -= size;
      } else {
        take(maker->id);
        leave(maker);
        give(maker);
      }
    }
    if (lots > 0 && rests) rest(id, account, owner, sideNo, price, lots);
  }

  void cancel(int32_t id) {
    Order *order = take(id);
    if (!order) return;
    leave(order);
    give(order);
  }

  void apply(const Operation &op, int32_t n) {
    if (op.kind == CANCEL) cancel(op.id);
    else if (op.kind == REPLACE) {
      Order *order = take(op.id);
      if (!order) return;
      Order was = *order;
      leave(order);
      give(order);
      submit(was.id, was.account, was.owner, was.side, op.price, op.lots, true);
    } else {
      // The stream's market orders are limited at the ends of all prices; the window here ends sooner.
      int32_t price = op.price >= TICKS ? TICKS - 1 : op.price;
      submit(op.id, n & 63, n + 1, op.side, price, op.lots, op.kind != MARKET);
    }
  }
};

int main(int, char **argv) {
  FILE *file = fopen(argv[1], "rb");
  int32_t from = 0;
  if (!file || fread(&from, 4, 1, file) != 1) return 1;
  std::vector<Operation> operations;
  for (Operation op; fread(&op, sizeof op, 1, file) == 1;) operations.push_back(op);
  double best = 0;
  Book *book = nullptr;
  for (int play = 0; play < 3; play++) {  // the first ones warm caches and branches, as rounds do elsewhere
    delete book;
    book = new Book();
    for (int32_t n = 0; n < from; n++) book->apply(operations[n], n);
    auto start = std::chrono::steady_clock::now();
    for (size_t n = from; n < operations.size(); n++) book->apply(operations[n], (int32_t)n);
    std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    best = (operations.size() - from) / took.count();
  }
  printf("%.0f %lld %lld\n", best, (long long)book->trades, (long long)book->traded);
}
