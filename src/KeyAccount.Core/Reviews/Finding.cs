using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Reviews;

/// <summary>Something a review has to say about an account: what kind of thing, about what, by which rule, with which evidence, and what is
/// at stake.</summary>
/// <param name="RuleId">The rule of the table of findings.</param>
/// <param name="Stake">What kind of thing it says, about what, and the share at stake.</param>
/// <param name="AtStake">The money at stake: share · basis, in the currency of the portfolio; null where the basis is not known.</param>
/// <param name="Text">The finding in a sentence, with its figures.</param>
/// <param name="Evidence">The facts the rule has read.</param>
/// <remarks>A value: immutable, equal when every part is, and the same after a round trip through JSON.</remarks>
/// <exception cref="ArgumentNullException"><paramref name="Evidence"/> or an item of it is null.</exception>
public sealed record Finding(string RuleId, Stake Stake, decimal? AtStake, Text Text, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>The facts the rule has read.</summary>
    /// <exception cref="ArgumentNullException">The list or an item is null.</exception>
    public IReadOnlyList<Evidence> Evidence { get; init => field = ValueList.Of(value, nameof(Evidence)); } = ValueList.Of(Evidence);

    /// <summary>The ids of what it is about (<see cref="Subject"/>), such as contracts or people; empty where it is about the account, or
    /// about nothing that has an id.</summary>
    /// <exception cref="ArgumentNullException">An item is null.</exception>
    public IReadOnlyList<string> Subjects { get; init => field = ValueList.Of(value ?? []); } = ValueList<string>.Empty;

    /// <summary>What kind of thing it says.</summary>
    [JsonIgnore]
    public FindingKind Kind => Stake.Kind;

    /// <summary>Whether its money is at stake, and not something that can be won.</summary>
    [JsonIgnore]
    internal bool IsAtStake => Stake.Kind != FindingKind.Opportunity;

    /// <summary>The topic it belongs to.</summary>
    [JsonIgnore]
    public ReviewTopic Topic => Stake.Topic;

    /// <summary>What it is about.</summary>
    [JsonIgnore]
    public FindingSubject Subject => Stake.Subject;

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>The rule, the money and the sentence in English.</returns>
    public override string ToString() => Invariant($"Finding {{ RuleId = {RuleId}, AtStake = {AtStake}, Text = {Text} }}");
}
