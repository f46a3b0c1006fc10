using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>Whose purchases are ranked and graded by Pareto: those of each account, or those of each group.</summary>
/// <remarks>LibraryDefault: the source documents grade customers and leave open whether a group is one.</remarks>
[JsonConverter(typeof(TermJsonConverter<ParetoLevel>))]
public sealed class ParetoLevel : Term<ParetoLevel>
{
    /// <summary>Each account by what it buys itself; value 1.</summary>
    public static readonly ParetoLevel Account = new(1);

    /// <summary>Each group by what its head and all members buy together; every account of it has the rank and the tier of the group.
    /// Value 2.</summary>
    public static readonly ParetoLevel Group = new(2);

    private ParetoLevel(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
