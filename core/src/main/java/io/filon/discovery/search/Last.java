package io.filon.discovery.search;

/// The last one or two attributes of those that are counted together, by their places.
///
/// @param fourth negative when there is none
record Last(int third, int fourth) {

    boolean alone() {
        return fourth < 0;
    }
}
