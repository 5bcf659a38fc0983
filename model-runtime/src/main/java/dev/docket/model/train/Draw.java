package dev.docket.model.train;

/// Draws that depend on a seed and on what is drawn alone, not on the order in which it comes.
final class Draw {
    private Draw() {}

    /// A number of 0..1 that belongs to a seed and an id.
    static double share(long seed, String id) {
        long hash = 0xcbf29ce484222325L ^ seed;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        return (mix(hash) >>> 11) * 0x1.0p-53;
    }

    /// Stafford's finaliser.
    static long mix(long hash) {
        long z = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
