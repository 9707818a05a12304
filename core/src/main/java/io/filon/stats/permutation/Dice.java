package io.filon.stats.permutation;

/// Pseudo-random places, as fast as a permutation test wants them: SplitMix64 (Steele, Lea and Flood 2014) as a class
/// of its own, since a call through an interface costs more than the number. The same seed gives the same numbers.
/// One thread.
public final class Dice {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    public Dice(long seed) {
        this.state = mixed(seed);
    }

    /// From 0 to `most` - 1; the bias of multiplying instead of dividing is under `most` / 2^32.
    public int below(int most) {
        state += GAMMA;
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (int) (((z >>> 32) * most) >>> 32);
    }

    /// Stafford's 13th variant of the finaliser of MurmurHash3.
    public static long mixed(long key) {
        long z = key * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
