using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Reviews;

/// <summary>The level at which purchases are ranked and graded by Pareto: each account, or each group.</summary>
/// <remarks>LibraryDefault: the source documents grade customers and leave open whether a group is one customer.</remarks>
[JsonConverter(typeof(TermJsonConverter<ParetoLevel>))]
public sealed class ParetoLevel : Term<ParetoLevel>
{
    /// <summary>Each account by its own purchases; value 1.</summary>
    public static readonly ParetoLevel Account = new(1);

    /// <summary>Each group by the total purchases of its head and all members; every account of the group has the rank and the tier of the
    /// group. Value 2.</summary>
    public static readonly ParetoLevel Group = new(2);

    private ParetoLevel(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
