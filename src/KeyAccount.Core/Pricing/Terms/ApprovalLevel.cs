using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>The level that may grant a price.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<ApprovalLevel>))]
public sealed class ApprovalLevel : OrderedTerm<ApprovalLevel>
{
    /// <summary>The salesperson alone; value 1.</summary>
    public static readonly ApprovalLevel Salesperson = new(1);
    /// <summary>The sales manager; value 2.</summary>
    public static readonly ApprovalLevel SalesManager = new(2);
    /// <summary>The sales director; value 3.</summary>
    public static readonly ApprovalLevel SalesDirector = new(3);
    /// <summary>The general manager; value 4.</summary>
    public static readonly ApprovalLevel GeneralManager = new(4);
    /// <summary>Nobody: the price is below the walk-away; value 5.</summary>
    public static readonly ApprovalLevel Nobody = new(5);

    private ApprovalLevel(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: a higher level may grant everything that a lower level may.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
