using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>The kind of a finding, which rules of actions read.</summary>
/// <remarks>LibraryDefault: issue and risk are distinguished as in project management; weakness and opportunity are those of
/// SWOT.</remarks>
[JsonConverter(typeof(TermJsonConverter<FindingKind>))]
public sealed class FindingKind : Term<FindingKind>
{
    /// <summary>Something has gone wrong and must be settled; value 1.</summary>
    public static readonly FindingKind Issue = new(1);
    /// <summary>Something may cost us the account or a part of it; value 2.</summary>
    public static readonly FindingKind Risk = new(2);
    /// <summary>Something costs us only if a second event happens; value 3.</summary>
    public static readonly FindingKind Weakness = new(3);
    /// <summary>Something can be won; value 4.</summary>
    public static readonly FindingKind Opportunity = new(4);
    /// <summary>Somebody has to decide; value 5.</summary>
    public static readonly FindingKind DecisionNeeded = new(5);
    /// <summary>Facts contradict each other; value 6.</summary>
    public static readonly FindingKind Contradiction = new(6);
    /// <summary>Something is not known, or no longer known; value 7.</summary>
    public static readonly FindingKind Unknown = new(7);

    private FindingKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
