package io.tenantlens.standalone.demo;

/** Chance that is the same on every run: a number from 0 to 1 for a seed and a place. */
final class Noise {

    private Noise() {}

    static double of(long seed, long place) {
        // SplitMix64, whose output is even in all its bits
        var mixed = seed + place * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
