using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>Ten traits that managers who grew up in the local market often show.</summary>
/// <remarks>《B2B 大客户开发与管理》 says that there are ten (本土经理人的“十大特征”) but does not name them. The number comes from the source; the items are a
/// LibraryDefault, about habits and not about people.</remarks>
[JsonConverter(typeof(TermJsonConverter<LocalManagerTrait>))]
public sealed class LocalManagerTrait : Term<LocalManagerTrait>
{
    /// <summary>Knows the customer's people personally; value 1.</summary>
    public static readonly LocalManagerTrait CloseToCustomers = new(1);
    /// <summary>Acts first and plans along the way; value 2.</summary>
    public static readonly LocalManagerTrait QuickToAct = new(2);
    /// <summary>Handles the hardest deal in person; value 3.</summary>
    public static readonly LocalManagerTrait LeadsByExample = new(3);
    /// <summary>Puts trust before the contract; value 4.</summary>
    public static readonly LocalManagerTrait RelationshipFirst = new(4);
    /// <summary>Finds a way around an obstacle; value 5.</summary>
    public static readonly LocalManagerTrait Flexible = new(5);
    /// <summary>Cares more about the result than about the way to it; value 6.</summary>
    public static readonly LocalManagerTrait ResultMinded = new(6);
    /// <summary>Decides from experience; value 7.</summary>
    public static readonly LocalManagerTrait DecidesAlone = new(7);
    /// <summary>Writes little down; value 8.</summary>
    public static readonly LocalManagerTrait SpokenOrders = new(8);
    /// <summary>Has people who follow the person; value 9.</summary>
    public static readonly LocalManagerTrait LoyalTeam = new(9);
    /// <summary>Does not turn what works into a method; value 10.</summary>
    public static readonly LocalManagerTrait LittleSystem = new(10);

    private LocalManagerTrait(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
