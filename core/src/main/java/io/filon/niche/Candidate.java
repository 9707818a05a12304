package io.filon.niche;

import io.filon.niche.Niche.Attribute;
import io.filon.niche.Niche.Kind;
import io.filon.segment.Label;
import java.util.List;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/// A group that may be a niche.
///
/// @param members everybody in it, buyers or not
/// @param around  the same without what is told by the first purchase: whom an offer of it can be made to
/// @param among   who it was looked for among: everybody, but for what *discovery* found among those it could judge
/// @param toldBefore whether those who have not bought, or whose deals were not won, are told apart too
record Candidate(
        String key,
        Kind kind,
        Label name,
        List<Attribute> attributes,
        String rule,
        RoaringBitmap members,
        RoaringBitmap around,
        RoaringBitmap among,
        boolean toldBefore) {

    static final String PRODUCT = "product";

    /// What it buys first, where that is what tells it.
    Optional<String> product() {
        return attributes.stream()
                .filter(attribute -> attribute.fact().equals(PRODUCT))
                .map(Attribute::value)
                .findFirst();
    }
}
