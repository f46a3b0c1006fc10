using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>Five tests of your own resolve to become a top seller; the answers are private.</summary>
/// <remarks>《B2B 大客户开发与管理》 says that there are five (“五个”方面) but does not name them. The number comes from the source; the items are a
/// LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<ResolveTest>))]
public sealed class ResolveTest : Term<ResolveTest>
{
    /// <summary>Asks: Do I have a written goal with a date?; value 1.</summary>
    public static readonly ResolveTest Goal = new(1);
    /// <summary>Asks: Which evenings and comforts would I give up for it?; value 2.</summary>
    public static readonly ResolveTest Price = new(2);
    /// <summary>Asks: Did I do today what I had planned yesterday?; value 3.</summary>
    public static readonly ResolveTest Habits = new(3);
    /// <summary>Asks: What did I do in the week after my last lost deal?; value 4.</summary>
    public static readonly ResolveTest Setbacks = new(4);
    /// <summary>Asks: Would I still do this work in three years?; value 5.</summary>
    public static readonly ResolveTest Staying = new(5);

    private ResolveTest(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
