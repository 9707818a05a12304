package io.filon.discovery.search;

/// One side of a cube: an attribute's width and its selectors as runs of codes.
///
/// @param attribute its place in the base; negative for the side of a flatter cube, which has one code
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
record Dimension(int attribute, int width, int[] from, int[] to) {

    static final Dimension FLAT = new Dimension(-1, 1, new int[] {0}, new int[] {1});

    static Dimension of(Base base, int place) {
        Attribute attribute = base.attributes().get(place);
        int[] from = attribute.selectors().stream().mapToInt(Selector::from).toArray();
        int[] to = attribute.selectors().stream().mapToInt(Selector::to).toArray();
        return new Dimension(place, attribute.width(), from, to);
    }
}
