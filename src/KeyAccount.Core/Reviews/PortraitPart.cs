using NodaTime;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>A section of the portrait of a customer: what is known, how complete it is, and how new.</summary>
/// <param name="Section">The section.</param>
/// <param name="Known">The topics of which something is known, in the order of a reader.</param>
/// <param name="Missing">The topics that every account can be asked and of which nothing is known; where the section has none of them
/// and nothing is known, all its topics.</param>
/// <param name="Coverage">Which part of what is asked is known, 0 … 1.</param>
/// <param name="Newest">The day of the newest evidence; null where nothing that is known has a day.</param>
/// <param name="Weight">What the coverage still weighs by the age of that evidence, 0 … 1: half after a year.</param>
/// <remarks>A value: immutable, equal when every part is.</remarks>
public sealed record PortraitPart(
    PortraitSection Section, IReadOnlyList<ReviewTopic> Known, IReadOnlyList<ReviewTopic> Missing,
    [property: FactRange(0, 1, FactUnit.Fraction)] double Coverage, LocalDate? Newest,
    [property: FactRange(0, 1, FactUnit.Fraction)] double Weight)
{
    /// <summary>The topics of which something is known.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<ReviewTopic> Known { get; init => field = ValueList.Of(value, nameof(Known)); } = ValueList.Of(Known);

    /// <summary>The topics of which nothing is known.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<ReviewTopic> Missing { get; init => field = ValueList.Of(value, nameof(Missing)); } = ValueList.Of(Missing);

    /// <summary>The members of the account file that every account can be asked for and that are not known, such as
    /// <c>company.plants</c>; of the basics.</summary>
    /// <exception cref="ArgumentNullException">An item is null; no list at all is an empty one.</exception>
    public IReadOnlyList<string> MissingFacts { get; init => field = ValueList.Of(value ?? [], nameof(MissingFacts)); } =
        ValueList<string>.Empty;

    /// <summary>The day of the newest evidence.</summary>
    /// <exception cref="ArgumentException">It is a date of another calendar than ISO.</exception>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Newest { get; init => field = Guard.Iso(value, nameof(Newest)); } = Guard.Iso(Newest);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The section, its coverage and its newest day.</returns>
    public override string ToString() =>
        Invariant($"PortraitPart {{ Section = {Section}, Coverage = {Coverage}, Newest = {Newest:R}, Weight = {Weight} }}");
}
