using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>Ten traits that managers who grew up in the local market often show.</summary>
/// <remarks>《B2B 大客户开发与管理》 says there are ten (本土经理人的“十大特征”) and names none: the number is the source's, the items are a LibraryDefault,
/// about habits and not about people.</remarks>
[JsonConverter(typeof(TermJsonConverter<LocalManagerTrait>))]
public sealed class LocalManagerTrait : Term<LocalManagerTrait>
{
    /// <summary>Knows the people at the customer in person; value 1.</summary>
    public static readonly LocalManagerTrait CloseToCustomers = new(1);
    /// <summary>Acts first and plans on the way; value 2.</summary>
    public static readonly LocalManagerTrait QuickToAct = new(2);
    /// <summary>Does the hardest deal in person; value 3.</summary>
    public static readonly LocalManagerTrait LeadsByExample = new(3);
    /// <summary>Trust comes before the contract; value 4.</summary>
    public static readonly LocalManagerTrait RelationshipFirst = new(4);
    /// <summary>Finds a way around an obstacle; value 5.</summary>
    public static readonly LocalManagerTrait Flexible = new(5);
    /// <summary>Looks at the figure more than at the way to it; value 6.</summary>
    public static readonly LocalManagerTrait ResultMinded = new(6);
    /// <summary>Decides from experience; value 7.</summary>
    public static readonly LocalManagerTrait DecidesAlone = new(7);
    /// <summary>Little is written down; value 8.</summary>
    public static readonly LocalManagerTrait SpokenOrders = new(8);
    /// <summary>People follow the person; value 9.</summary>
    public static readonly LocalManagerTrait LoyalTeam = new(9);
    /// <summary>What works is not made into a method; value 10.</summary>
    public static readonly LocalManagerTrait LittleSystem = new(10);

    private LocalManagerTrait(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
