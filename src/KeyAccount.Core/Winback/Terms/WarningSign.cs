using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Winback;

/// <summary>A sign that a customer may be leaving.</summary>
/// <remarks>《大客户销售技巧（客户关系管理篇）》 asks for indicators (预警指标) and names none: LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<WarningSign>))]
public sealed class WarningSign : Term<WarningSign>
{
    /// <summary>It buys less; value 1.</summary>
    public static readonly WarningSign PurchasesFall = new(1);
    /// <summary>An order is overdue; value 2.</summary>
    public static readonly WarningSign OrderOverdue = new(2);
    /// <summary>Our share falls; value 3.</summary>
    public static readonly WarningSign ShareFalls = new(3);
    /// <summary>It buys a narrower range; value 4.</summary>
    public static readonly WarningSign RangeNarrows = new(4);
    /// <summary>It pays later; value 5.</summary>
    public static readonly WarningSign PaymentSlows = new(5);
    /// <summary>More complaints, or none after an unsolved one; value 6.</summary>
    public static readonly WarningSign ComplaintsChange = new(6);
    /// <summary>We meet less often than planned; value 7.</summary>
    public static readonly WarningSign ContactFades = new(7);
    /// <summary>A key person has left or is new; value 8.</summary>
    public static readonly WarningSign KeyPersonLeft = new(8);
    /// <summary>A competitor has gained a foothold; value 9.</summary>
    public static readonly WarningSign CompetitorTrial = new(9);
    /// <summary>A contract ends; value 10.</summary>
    public static readonly WarningSign ContractNotRenewed = new(10);

    private WarningSign(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
