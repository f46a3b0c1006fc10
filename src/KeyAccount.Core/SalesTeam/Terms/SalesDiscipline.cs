using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A discipline of people who succeed in selling to key accounts; there are ten.</summary>
/// <remarks>《B2B 大客户开发与管理》 says that there are ten (“十项”修炼) but does not name them. The number comes from the source; the items are a
/// LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<SalesDiscipline>))]
public sealed class SalesDiscipline : Term<SalesDiscipline>
{
    /// <summary>Makes no visit without a purpose and three questions; value 1.</summary>
    public static readonly SalesDiscipline Preparing = new(1);
    /// <summary>Listens more than speaks; value 2.</summary>
    public static readonly SalesDiscipline Listening = new(2);
    /// <summary>Asks about the need behind the demand; value 3.</summary>
    public static readonly SalesDiscipline Asking = new(3);
    /// <summary>Does what was promised, on the day; value 4.</summary>
    public static readonly SalesDiscipline KeepingWord = new(4);
    /// <summary>Leaves no visit without a next step; value 5.</summary>
    public static readonly SalesDiscipline FollowingUp = new(5);
    /// <summary>Can explain our offer to each role; value 6.</summary>
    public static readonly SalesDiscipline KnowingProduct = new(6);
    /// <summary>Knows how the customer earns money; value 7.</summary>
    public static readonly SalesDiscipline KnowingCustomer = new(7);
    /// <summary>Gives the best hours to the best accounts; value 8.</summary>
    public static readonly SalesDiscipline ManagingTime = new(8);
    /// <summary>Writes down on the same day what was said; value 9.</summary>
    public static readonly SalesDiscipline RecordingFacts = new(9);
    /// <summary>Learns something each day and uses it in the week; value 10.</summary>
    public static readonly SalesDiscipline LearningDaily = new(10);

    private SalesDiscipline(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
