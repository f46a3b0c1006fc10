using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Grading;

/// <summary>The tier of an account as it was left after a period, with what is pending.</summary>
/// <typeparam name="TTier">The tiers.</typeparam>
/// <param name="Tier">The tier.</param>
/// <param name="Since">Since when the account is in it.</param>
/// <param name="AsOf">The date of the last period.</param>
/// <param name="Pending">The tier it is on its way to; null where there is none.</param>
/// <param name="PendingPeriods">In how many consecutive periods it was; 0 where nothing is pending.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON. Keep it between the periods.</remarks>
public sealed record TierState<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTier>(
    [property: JsonRequired] TTier Tier,
    [property: JsonRequired, JsonConverter(typeof(LocalDateJsonConverter))] LocalDate Since,
    [property: JsonRequired, JsonConverter(typeof(LocalDateJsonConverter))] LocalDate AsOf,
    TTier? Pending,
    int PendingPeriods)
    where TTier : OrderedTerm<TTier>
{
    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"TierState {{ Tier = {Tier}, Since = {LocalDatePattern.Iso.Format(Since)}, AsOf = {LocalDatePattern.Iso.Format(AsOf)}, Pending = {Pending}, PendingPeriods = {PendingPeriods} }}");
}

/// <summary>What a period did to a tier.</summary>
/// <typeparam name="TTier">The tiers.</typeparam>
/// <param name="State">The new state; null for an account that has never been rated.</param>
/// <param name="Reason">Why it is that.</param>
/// <param name="Text">The reason in a sentence.</param>
/// <remarks>A value: immutable, equal when every part is.</remarks>
public sealed record TierStep<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TTier>(
    TierState<TTier>? State, TierReason Reason, Text Text)
    where TTier : OrderedTerm<TTier>;

/// <summary>Why a tier is what it is after a period.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TierReason>))]
public enum TierReason
{
    /// <summary>The account has its first tier.</summary>
    First,

    /// <summary>The computed tier is its own.</summary>
    Unchanged,

    /// <summary>The score is in another band, but inside the margin.</summary>
    InsideMargin,

    /// <summary>The score is beyond the margin, but not in enough consecutive periods yet.</summary>
    Waiting,

    /// <summary>Another tier is due, but the account has not been in its own long enough.</summary>
    StayTooShort,

    /// <summary>It has moved to a better tier.</summary>
    Promoted,

    /// <summary>It has moved to a worse tier.</summary>
    Demoted,

    /// <summary>A cap holds it, at once, in a worse tier.</summary>
    Capped,

    /// <summary>Too little is known; the tier stays, and what was pending begins anew.</summary>
    NotRated,
}
