using NodaTime;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A section of the portrait of a customer: what is known, how complete it is, and how recent.</summary>
/// <param name="Section">The section.</param>
/// <param name="Known">The topics about which something is known, in the reader's order.</param>
/// <param name="Missing">The topics that apply to every account but about which nothing is known; if the section has no such topics and
/// nothing is known, all of its topics.</param>
/// <param name="Coverage">The known part of the topics that apply, 0 … 1.</param>
/// <param name="Newest">The day of the newest evidence; null if no known topic has a day.</param>
/// <param name="Weight">The remaining weight of the coverage by the age of that evidence, 0 … 1: half after a year.</param>
/// <remarks>A value: immutable, equal when every part is.</remarks>
public sealed record PortraitPart(
    PortraitSection Section, IReadOnlyList<ReviewTopic> Known, IReadOnlyList<ReviewTopic> Missing,
    [property: FactRange(0, 1, FactUnit.Fraction)] double Coverage, LocalDate? Newest,
    [property: FactRange(0, 1, FactUnit.Fraction)] double Weight)
{
    /// <summary>The topics about which something is known.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<ReviewTopic> Known { get; init => field = ValueList.Of(value, nameof(Known)); } = ValueList.Of(Known);

    /// <summary>The topics about which nothing is known.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<ReviewTopic> Missing { get; init => field = ValueList.Of(value, nameof(Missing)); } = ValueList.Of(Missing);

    /// <summary>For the basics: the unknown members of the account file that apply to every account, such as
    /// <c>company.plants</c>.</summary>
    /// <exception cref="ArgumentNullException">An item is null; no list at all is an empty one.</exception>
    public IReadOnlyList<string> MissingFacts { get; init => field = ValueList.Of(value ?? [], nameof(MissingFacts)); } =
        ValueList<string>.Empty;

    /// <summary>The day of the newest evidence.</summary>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Newest { get; init => field = Guard.Iso(value, nameof(Newest)); } = Guard.Iso(Newest);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The section, its coverage and its newest day.</returns>
    public override string ToString() =>
        Invariant($"PortraitPart {{ Section = {Section}, Coverage = {Coverage}, Newest = {Newest:R}, Weight = {Weight} }}");
}
