using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A tag of a customer, with the rule that set it and the facts that the rule has read.</summary>
/// <param name="RuleId">The rule of <see cref="ReviewModels.PortraitTags"/>.</param>
/// <param name="Section">The section of the tag.</param>
/// <param name="Text">The tag, for a person.</param>
/// <param name="Evidence">The facts that the rule has read.</param>
/// <remarks>A value: immutable, equal when every part is.</remarks>
public sealed record PortraitTag(string RuleId, PortraitSection Section, Text Text, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>The facts that the rule has read.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<Evidence> Evidence { get; init => field = ValueList.Of(value, nameof(Evidence)); } = ValueList.Of(Evidence);

    /// <summary>Finds the tags of an account, in the order of their rules.</summary>
    internal static IReadOnlyList<PortraitTag> Of(ReviewFacts facts, ReviewModels models) =>
    [
        .. models.PortraitTags.Decide(facts).Hits.Select(hit => new PortraitTag(
            hit.RuleId, hit.Advice, hit.Reason, Reviews.Evidence.Of(models.PortraitTags, hit.RuleId, facts))),
    ];

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The rule and the tag in English.</returns>
    public override string ToString() => Invariant($"PortraitTag {{ RuleId = {RuleId}, Section = {Section}, Text = {Text} }}");
}
