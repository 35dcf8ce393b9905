import { randomInt } from "node:crypto";

const adjectives =
  "amber brave bright calm candid careful clear clever coral crisp curious deft early even fair fleet frank fresh gentle glad golden hardy honest jolly keen kind lively lucid lucky mellow merry mild modest neat nimble noble patient placid plain polite prompt proud quick quiet ready round rustic sage serene sharp silver sincere sober solid spry steady still sunny swift tidy upbeat vivid wise witty";
const animals =
  "alpaca badger beaver bison bittern bobcat camel cicada cobra condor cormorant crane cricket curlew dolphin dormouse dragonfly eagle egret falcon ferret finch firefly fox gecko gibbon goose hare hedgehog heron ibex jackdaw jaguar kestrel kingfisher koala lapwing lemur lynx magpie marmot marten mole newt ocelot octopus osprey otter owl panda pangolin plover puffin quail raven robin salmon seal sparrow stork swan tapir tern tortoise turtle vole wagtail walrus weasel wombat wren yak";

const pick = (words: string): string => {
  const all = words.split(" ");
  return all[randomInt(all.length)];
};

/** "quiet-otter"; from the second try on with a number, longer each time, so that a free one is found quickly. */
export function guestName(attempt: number): string {
  const name = `${pick(adjectives)}-${pick(animals)}`;
  return attempt === 0 ? name : `${name}-${randomInt(10 ** (attempt + 1))}`;
}
