using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A sign that a weekly log is kept only for form's sake.</summary>
/// <remarks>《B2B 大客户开发与管理》 asks why weekly logs become a formality (走形式); the signs are a LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<FormalitySign>))]
public sealed class FormalitySign : Term<FormalitySign>
{
    /// <summary>The log repeats the one of the week before; value 1.</summary>
    public static readonly FormalitySign RepeatedText = new(1);
    /// <summary>More than half of the activities with customers have no result; value 2.</summary>
    public static readonly FormalitySign EmptyResults = new(2);
    /// <summary>More than half of the entries were written more than two days later; value 3.</summary>
    public static readonly FormalitySign WrittenLate = new(3);

    private FormalitySign(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
