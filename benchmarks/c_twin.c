/* The benchmark model in C: the same algorithm as ours.py, block by block and to the same bits. */

#include <stdint.h>
#include <string.h>

enum { BLOCK = 1024, FAMILIES = 4, LIMITS = 2304, TIER_ROW = 8, RATE_ROW = 16, TRAIT_ROW = 3, EFFECT_BITS = 8, GROUPS = 8,
       BINS = 41, TIERS = 6, CLOCK = 24, CENTRE = 16000, TOP = 20800, ROOM = FAMILIES * BLOCK + 1 };

typedef struct {
    const uint8_t *type;
    const uint32_t *height, *limit;
    const int16_t *rate;
    const uint16_t *by_tier;
    const uint32_t *seen;
    const int32_t *effect;
} Tables;

typedef struct {
    const int8_t *traits;
    const uint8_t *bound, *group;
    int16_t *score;
    uint8_t *tier, *clock;
    uint16_t *consequences;
} State;

typedef struct { uint64_t w0, w1, w2, w3; } Words;

static inline Words philox(uint64_t c0, uint64_t c1, uint64_t c2, uint64_t c3, uint64_t k0, uint64_t k1)
{
    const uint64_t mask = 0xFFFFFFFFu;
    for (int round = 0; round < 10; round++) {
        const uint64_t p0 = 0xD2511F53u * c0, p1 = 0xCD9E8D57u * c2;
        c0 = (p1 >> 32) ^ c1 ^ k0;
        c1 = p1 & mask;
        c2 = (p0 >> 32) ^ c3 ^ k1;
        c3 = p0 & mask;
        k0 = (k0 + 0x9E3779B9u) & mask;
        k1 = (k1 + 0xBB67AE85u) & mask;
    }
    return (Words){c0, c1, c2, c3};
}

static void heights(uint64_t first, int64_t size, uint64_t step, const uint64_t *keys, uint32_t *restrict v0,
                    uint32_t *restrict v1, uint32_t *restrict v2, uint32_t *restrict v3)
{
    const uint64_t k0 = keys[0], k1 = keys[1];
    for (int64_t j = 0; j < size; j++) {
        const Words w = philox(first + j, 0, step << 16, 1u << 24, k0, k1);
        v0[j] = w.w0; v1[j] = w.w1; v2[j] = w.w2; v3[j] = w.w3;
    }
}

static int64_t survivors(int64_t size, const uint32_t *restrict value, const uint8_t *restrict bound,
                         const uint8_t *restrict tier, const uint16_t *restrict by_tier,
                         const uint32_t *restrict limit, uint32_t *restrict chosen)
{
    uint64_t count = 0;
    for (int64_t j = 0; j < size; j++) {
        chosen[count] = j;
        count += value[j] > limit[bound[j] * 8u + by_tier[tier[j]]];
    }
    return count;
}

static void enlist(uint32_t family, int64_t found, const uint32_t *restrict values, const uint8_t *restrict bound,
                   const uint8_t *restrict tier, const uint16_t *restrict by_tier, const uint32_t *restrict limits,
                   uint32_t *restrict who, uint32_t *restrict value, uint32_t *restrict limit)
{
    for (int64_t c = 0; c < found; c++) {
        const uint32_t j = who[c];
        value[c] = values[j];
        limit[c] = limits[bound[j] * 8u + by_tier[tier[j]]];
        who[c] = j | family << 16;
    }
}

static void words(uint64_t first, uint64_t step, uint64_t ordinal, const uint64_t *keys, int64_t pending,
                  const uint32_t *restrict who, uint32_t *restrict w0, uint32_t *restrict w1, uint32_t *restrict w2)
{
    const uint64_t k0 = keys[0], k1 = keys[1];
    for (int64_t c = 0; c < pending; c++) {
        const uint64_t c1 = (uint64_t)(who[c] >> 16) << 8 | ordinal;
        const Words w = philox(first + (who[c] & 0xFFFF), c1, step << 16, 2u << 24, k0, k1);
        w0[c] = w.w0; w1[c] = w.w1; w2[c] = w.w2;
    }
}

static void thresholds(const Tables *t, const int8_t *restrict traits, const uint8_t *restrict tier, int64_t pending,
                       const uint32_t *restrict who, const uint32_t *restrict w0, uint8_t *restrict kind,
                       uint32_t *restrict threshold)
{
    const uint8_t *restrict type = t->type;
    const int16_t *restrict rate = t->rate;
    const uint32_t *restrict height = t->height;
    for (int64_t c = 0; c < pending; c++) {
        const uint32_t i = who[c] & 0xFFFF, f = who[c] >> 16;
        const uint32_t k = type[f * 256 + (w0[c] >> 24)];
        const int16_t *row = rate + k * RATE_ROW;
        const int8_t *z = traits + i * TRAIT_ROW;
        const int32_t shift = row[8] * z[0] + row[9] * z[1] + row[10] * z[2];
        kind[c] = k;
        threshold[c] = height[f * 2048 + (uint32_t)(row[tier[i]] + ((shift + 16) >> 5))];
    }
}

static int64_t gains(const Tables *t, int64_t pending, const uint32_t *restrict who, const uint32_t *restrict value,
                     const uint32_t *restrict threshold, const uint32_t *restrict w1, const uint8_t *restrict kind,
                     int32_t *restrict gain)
{
    const uint32_t *restrict seen = t->seen;
    const int32_t *restrict effect = t->effect;
    int64_t happened = 0;
    for (int64_t c = 0; c < pending; c++) {
        const uint32_t k = kind[c], happens = value[c] > threshold[c];
        gain[who[c] & 0xFFFF] += effect[k * 2 + (happens & (w1[c] <= seen[k]))];
        happened += happens;
    }
    return happened;
}

static int64_t go_on(int64_t pending, uint32_t *restrict who, uint32_t *restrict value, uint32_t *restrict limit,
                     const uint32_t *restrict w2)
{
    uint64_t kept = 0;
    for (int64_t c = 0; c < pending; c++) {
        const uint32_t lower = ((uint64_t)value[c] * w2[c]) >> 32, least = limit[c];
        who[kept] = who[c]; value[kept] = lower; limit[kept] = least;
        kept += lower > least;
    }
    return kept;
}

static void settle(int64_t size, int32_t *restrict gain, int16_t *restrict score, uint8_t *restrict tier,
                   uint8_t *restrict clock, uint16_t *restrict consequences)
{
    for (int64_t j = 0; j < size; j++) {
        int32_t s = CENTRE + ((251 * (score[j] - CENTRE) + 128) >> 8) + (gain[j] >> EFFECT_BITS);
        s = s < 0 ? 0 : s > TOP ? TOP : s;
        const int32_t up = (s >= 9680) + (s >= 13680) + (s >= 15440) + (s >= 16560) + (s >= 16880);
        const int32_t down = (s >= 9520) + (s >= 13520) + (s >= 15280) + (s >= 16400) + (s >= 16720);
        const int32_t low = tier[j] < down ? tier[j] : down;
        const int32_t t = up > low ? up : low;
        const int32_t left = (gain[j] & ((1 << EFFECT_BITS) - 1)) ? CLOCK : (clock[j] > 1 ? clock[j] : 1) - 1;
        score[j] = s;
        tier[j] = t;
        clock[j] = left;
        consequences[j] = (1u << t) | (left > 0 ? 0x8000u : 0u);
        gain[j] = 0;
    }
}

static void count(int64_t size, const uint8_t *restrict group, const int16_t *restrict score,
                  const uint8_t *restrict before, const uint8_t *restrict tier, int64_t *restrict histogram,
                  int64_t *restrict moves)
{
    for (int64_t j = 0; j < size; j++) {
        histogram[(j & 3) * GROUPS * BINS + group[j] * BINS + (score[j] >> 9)]++;
        moves[(j & 3) * TIERS * TIERS + before[j] * TIERS + tier[j]]++;
    }
}

/* Lives people `first` to `stop - 1` of `people` for some steps; returns the events. */
int64_t live(int64_t first, int64_t stop, int64_t people, int64_t steps, const uint64_t *keys, const Tables *t,
             const State *s, int64_t *histogram, int64_t *moves)
{
    uint32_t v[FAMILIES][BLOCK], who[ROOM], value[ROOM], limit[ROOM], w0[ROOM], w1[ROOM], w2[ROOM], threshold[ROOM];
    uint8_t kind[ROOM], before[BLOCK];
    int32_t gain[BLOCK] = {0};
    int64_t events = 0;
    for (int64_t start = first; start < stop; start += BLOCK) {
        const int64_t size = stop - start < BLOCK ? stop - start : BLOCK;
        uint8_t *tier = s->tier + start;
        const int8_t *traits = s->traits + start * TRAIT_ROW;
        for (int64_t step = 0; step < steps; step++) {
            heights(start, size, step, keys, v[0], v[1], v[2], v[3]);
            int64_t n = 0;
            for (int f = 0; f < FAMILIES; f++) {
                const uint8_t *bound = s->bound + f * people + start;
                const uint16_t *row = t->by_tier + f * TIER_ROW;
                const uint32_t *part = t->limit + f * LIMITS;
                const int64_t found = survivors(size, v[f], bound, tier, row, part, who + n);
                enlist(f, found, v[f], bound, tier, row, part, who + n, value + n, limit + n);
                n += found;
            }
            for (int64_t ordinal = 0; n > 0; ordinal++) {
                words(start, step, ordinal, keys, n, who, w0, w1, w2);
                thresholds(t, traits, tier, n, who, w0, kind, threshold);
                events += gains(t, n, who, value, threshold, w1, kind, gain);
                n = go_on(n, who, value, limit, w2);
            }
            memcpy(before, tier, size);
            settle(size, gain, s->score + start, tier, s->clock + start, s->consequences + start);
            count(size, s->group + start, s->score + start, before, tier, histogram, moves);
        }
    }
    return events;
}
