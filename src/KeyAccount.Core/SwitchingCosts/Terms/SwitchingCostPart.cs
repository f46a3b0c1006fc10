using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SwitchingCosts;

/// <summary>A part of the switching cost in money.</summary>
/// <remarks>LibraryDefault: the parts that a customer and its new supplier can put a figure to. That the new supplier's cost belongs to the
/// total cost of switching is Shapiro &amp; Varian, Information Rules.</remarks>
[JsonConverter(typeof(TermJsonConverter<SwitchingCostPart>))]
public sealed class SwitchingCostPart : Term<SwitchingCostPart>
{
    /// <summary>What the customer must write off; value 1.</summary>
    public static readonly SwitchingCostPart WriteOffs = new(1);
    /// <summary>The hours of the customer's own people; value 2.</summary>
    public static readonly SwitchingCostPart Effort = new(2);
    /// <summary>Running the old and the new side by side; value 3.</summary>
    public static readonly SwitchingCostPart ParallelRunning = new(3);
    /// <summary>What may go wrong: probability × damage; value 4.</summary>
    public static readonly SwitchingCostPart ExpectedLoss = new(4);
    /// <summary>Rebates, terms and penalties of the contract that is left; value 5.</summary>
    public static readonly SwitchingCostPart LostBenefits = new(5);
    /// <summary>What the new supplier itself spends to win and set up the customer; value 6.</summary>
    public static readonly SwitchingCostPart NewSupplier = new(6);

    private SwitchingCostPart(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary>Whether the customer bears the cost; otherwise the new supplier bears it.</summary>
    public bool IsBorneByCustomer => this != NewSupplier;
}
