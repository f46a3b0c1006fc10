using KeyAccount.Core.Terms;
using NodaTime;
using NodaTime.Text;

namespace KeyAccount.Core.Reviews;

/// <summary>The texts of an import's notes other than faults, in the languages of the library.</summary>
internal static class ImportTexts
{
    private static Future? _lastFuture;

    public static Text UnknownAccount { get; } = TextTable.Library["Reviews.Import.unknownAccount"];

    public static Text Repeated { get; } = TextTable.Library["Reviews.Import.repeated"];

    public static Text AlikeNames { get; } = TextTable.Library["Reviews.Import.alikeNames"];

    public static Text AlikeIds { get; } = TextTable.Library["Reviews.Import.alikeIds"];

    public static Text AlikePeople { get; } = TextTable.Library["Reviews.Import.alikePeople"];

    public static Text AlikePeopleIds { get; } = TextTable.Library["Reviews.Import.alikePeopleIds"];

    public static Text NewAccount { get; } = TextTable.Library["Reviews.Import.newAccount"];

    public static Text NewItem { get; } = TextTable.Library["Reviews.Import.newItem"];

    public static Text Unknown { get; } = TextTable.Library["Reviews.Import.wasUnknown"];

    public static Text KeptAccount { get; } = TextTable.Library["Reviews.Import.keptAccount"];

    public static Text KeptItem { get; } = TextTable.Library["Reviews.Import.keptItem"];

    public static Text KeptValue { get; } = TextTable.Library["Reviews.Import.keptValue"];

    public static Text Further { get; } = TextTable.Library["Reviews.Import.further"];

    public static Text UnknownAccountLike(string id) => TextTable.Library["Reviews.Import.unknownAccountLike"].With(id);

    public static Text UnknownItem(string list) => TextTable.Library["Reviews.Import.unknownItem"].With(list);

    public static Text AlikeItems(string list) => TextTable.Library["Reviews.Import.alikeItems"].With(list);

    public static Text Changed(string before) => TextTable.Library["Reviews.Import.was"].With(before);

    public static Text FutureDate(LocalDate asOf)
    {
        // Rows of one portfolio have the same date, one after another.
        if (_lastFuture is not { } last || last.AsOf != asOf)
            _lastFuture = last = new(asOf, TextTable.Library["Reviews.Import.futureDate"].With(LocalDatePattern.Iso.Format(asOf)));
        return last.Text;
    }

    private sealed record Future(LocalDate AsOf, Text Text);
}
