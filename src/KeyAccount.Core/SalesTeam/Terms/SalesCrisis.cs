using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A common crisis of people who sell, with the way out; private to the person.</summary>
/// <remarks>《客户关系拓展与管理》 announces such crises (销售人员的常见危机) but names none: number and items are a LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<SalesCrisis>))]
public sealed class SalesCrisis : Term<SalesCrisis>
{
    /// <summary>Too few deals are open for the target; value 1.</summary>
    public static readonly SalesCrisis EmptyFunnel = new(1);
    /// <summary>One customer accounts for nearly all of the sales; value 2.</summary>
    public static readonly SalesCrisis OneCustomer = new(2);
    /// <summary>The only supporter at the customer has left; value 3.</summary>
    public static readonly SalesCrisis LostContact = new(3);
    /// <summary>A promise cannot be kept; value 4.</summary>
    public static readonly SalesCrisis BrokenPromise = new(4);
    /// <summary>Confidence is gone after a run of lost deals; value 5.</summary>
    public static readonly SalesCrisis LostConfidence = new(5);
    /// <summary>Urgent matters leave no time for the important ones; value 6.</summary>
    public static readonly SalesCrisis NoTime = new(6);
    /// <summary>Somebody asks for something that the law or the company forbids; value 7.</summary>
    public static readonly SalesCrisis Temptation = new(7);

    private SalesCrisis(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
