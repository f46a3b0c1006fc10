using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Needs;

/// <summary>How deep a need lies: the three depths of the iceberg of needs (需求冰山).</summary>
/// <remarks>Source: 《大客戶戰略客戶關係管理》. What each depth means is a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<NeedDepth>))]
public sealed class NeedDepth : Term<NeedDepth>
{
    /// <summary>Said and specified (显性需求); value 1.</summary>
    public static readonly NeedDepth Explicit = new(1);
    /// <summary>A problem that the customer has and has not yet asked us to solve (隐性需求); value 2.</summary>
    public static readonly NeedDepth Implicit = new(2);
    /// <summary>A person's own motive: career, safety, recognition (深藏需求). It is confidential; value 3.</summary>
    public static readonly NeedDepth Deep = new(3);

    private NeedDepth(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
