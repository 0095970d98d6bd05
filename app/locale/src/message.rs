//! What the page itself has to say, apart from the data.

use model::Turn;

/// A sentence or word of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is documented by its English text")]
pub enum Message<'a> {
    SkipToFigures,
    Updated {
        date: &'a str,
    },
    Sections,
    SaidBy {
        who: &'a str,
    },
    AsOf {
        date: &'a str,
    },
    Computed,
    FromOneArticle,
    FromArticles {
        articles: usize,
        origins: usize,
        origin: &'a str,
    },
    ReadBy {
        who: &'a str,
        date: &'a str,
    },
    Differs {
        phrase: &'a str,
    },
    Disputed,
    Superseded {
        by: &'a str,
        value: &'a str,
    },
    RestsOn {
        name: &'a str,
        standing: &'a str,
    },
    Withdrawn,
    Divided,
    Added,
    Subtracted,
    ShowTable,
    TableOf {
        title: &'a str,
    },
    ColumnFigure,
    ColumnValue,
    ColumnAsOf,
    ColumnSaidBy,
    ColumnDate,
    ColumnEvent,
    NotReported,
    Notes,
    NotesIntro,
    NotesShort,
    Passages {
        count: usize,
    },
    Reported,
    RestsOnOne {
        reports: &'a str,
    },
    NewestArticle,
    PageChanged,
    NoneSoFar,
    ReportError,
    Key,
    KeyForms,
    KeyBases,
    KeyNumbers,
    KeyNumbersHint,
    LogScale,
    SourcesOf {
        articles: &'a str,
    },
    Picture,
    Data,
    ShownIn,
    Introduction,
    Untitled,
    Undated,
    ArchivedCopy,
    Repeats {
        outlets: &'a str,
    },
    ChartPlace {
        title: &'a str,
    },
    MarkerLabelOn {
        number: usize,
        outlet: &'a str,
        what: &'a str,
    },
    EvidenceOf {
        numbers: &'a [usize],
        more: usize,
        what: &'a str,
    },
    LegendExact,
    LegendAbout,
    LegendAtLeast,
    LegendMoreThan,
    LegendAtMost,
    LegendLessThan,
    LegendBetween,
    LegendMagnitude,
    LegendHollow,
    /// Who stands behind a number, in the word of its `data-basis`.
    LegendBasis {
        basis: &'a str,
    },
    /// Which figures are drawn larger than to scale, by their names.
    LegendEnlarged {
        names: &'a [&'a str],
    },
    LegendLog,
    LegendDot {
        amount: &'a str,
    },
    TileDot {
        amount: &'a str,
    },
    TileSquare {
        amount: &'a str,
    },
    TileWord {
        from: i32,
        to: i32,
    },
    TilePart {
        value: &'a str,
        name: &'a str,
    },
    TileWhole,
    TileScale {
        range: &'a str,
    },
    LegendSame,
    LegendOther,
    LegendDay,
    LegendMonth,
    LegendYear,
    LegendAboutThen,
    LegendUncertain,
    GapYears {
        years: i64,
    },
    Corrections,
    CorrectionOf {
        label: &'a str,
        was: &'a str,
        now: &'a str,
    },
    Corrected {
        date: &'a str,
    },
    Licence {
        licence: &'a str,
    },
    DataFile,
    TakeAway,
    TakeAwayIntro,
    Download,
    Cite,
    CiteDashboard,
    Embed,
    EmbedDashboard,
    WholeDashboard,
    NoSuchPart {
        id: &'a str,
    },
    Charts,
    Figures,
    CiteShort,
    CiteFull,
    CiteOf {
        what: &'a str,
    },
    ToPage,
    FiguresTable,
    SourcesAs {
        format: &'a str,
    },
    DataPackage,
    Standalone,
    Loading,
    CannotShow,
    ProblemsIn {
        count: usize,
    },
    NotFound {
        status: u16,
    },
    Unreachable,
    TryAgain,
    ForCurators,
    ShowProblems,
    Close,
    FiguresOf {
        date: &'a str,
    },
    FilesOf {
        date: &'a str,
    },
    OtherThan {
        date: &'a str,
    },
    Tools,
    FollowOne,
    AllArticles,
    OneArticleOnly,
    Colours,
    AsTheSystem,
    Light,
    Dark,
    ShareView,
    LeavePage,
    LeaveHint,
    ReadPassage {
        outlet: &'a str,
    },
    ReportedSince {
        date: &'a str,
    },
    InTheNotes,
    CopyCitation,
    Follow,
    FollowArticle {
        outlet: &'a str,
    },
    StopFollowing,
    Copied,
    CopyByHand,
    EvidenceFor {
        what: &'a str,
    },
    Supports {
        outlet: &'a str,
        figures: usize,
        all: usize,
    },
    Falling {
        figures: usize,
        with_repeats: usize,
    },
    FollowingNone,
    InOneArticleOnly {
        figures: usize,
        all: usize,
    },
    MarksOf {
        title: &'a str,
        count: usize,
    },
    Mark {
        index: usize,
        count: usize,
        words: &'a str,
    },
    ToLinear,
    ToLog,
    NowLinear,
    SortBy {
        column: &'a str,
    },
    SortedUp {
        column: &'a str,
    },
    SortedDown {
        column: &'a str,
    },
    Unsorted,
    CitedIn {
        title: &'a str,
        date: &'a str,
    },
    Desk,
    DeskIntro,
    DeskChoose,
    DeskText,
    DeskDownload,
    DeskLeave,
    DeskShown,
    DeskHeld {
        count: usize,
    },
    DeskSame,
    DeskChanges {
        count: usize,
    },
    DeskElsewhere,
    DeskLeftOut {
        keys: &'a str,
    },
    ChangeAdded {
        name: &'a str,
        now: &'a str,
    },
    ChangeRemoved {
        name: &'a str,
        was: &'a str,
    },
    ChangeValue {
        name: &'a str,
        was: &'a str,
        now: &'a str,
    },
    ChangeEvidence {
        name: &'a str,
    },
    ChangeArticle {
        name: &'a str,
        turn: Turn,
    },
    ChangeWords {
        name: &'a str,
    },
    DataDashboard,
    CiteWhole {
        title: &'a str,
        date: &'a str,
    },
    CiteWithin {
        title: &'a str,
        date: &'a str,
    },
    CitePart {
        what: &'a str,
        articles: &'a str,
        title: &'a str,
        date: &'a str,
    },
    AndOthers {
        first: &'a str,
    },
    ComputedFrom {
        formula: &'a str,
        articles: &'a str,
    },
}
